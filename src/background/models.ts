/** The models of the extension, each fetched from the extension itself when first needed. */
import browser from 'webextension-polyfill';
import { LinearModel, type ModelName } from '../engine/model/linear.ts';

const loading = new Map<ModelName, Promise<LinearModel>>();

/** Later calls give the same model. Rejects when its file cannot be read; the next call tries again. */
export function loadModel(name: ModelName): Promise<LinearModel> {
  let model = loading.get(name);
  if (!model) {
    model = read(name).catch((error: unknown) => {
      loading.delete(name);
      throw error;
    });
    loading.set(name, model);
  }
  return model;
}

async function read(name: ModelName): Promise<LinearModel> {
  const response = await fetch(browser.runtime.getURL(`/models/${name}.bin`));
  return LinearModel.parse(new Uint8Array(await response.arrayBuffer()));
}
