import { useId, useState } from 'preact/hooks';
import { fileName } from '../../report/file-name.ts';
import { type Format, FORMATS, MEDIA_TYPES, writeReport } from '../../report/formats.ts';
import { toText } from '../../report/text.ts';
import type { Report } from '../../types.ts';
import { language, t } from '../i18n.ts';
import { Chevron } from '../icons.tsx';
import type { PopupActions } from './state.ts';

/** Every way to take the list along; what was done is said in a live region. */
export function ExportMenu({ report, actions }: { report: Report; actions: Pick<PopupActions, 'save' | 'copy'> }) {
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState('');
  const panel = useId();
  const options = { language: language() };

  const save = (format: Format) => {
    const name = fileName(report, format);
    actions.save(name, MEDIA_TYPES[format], writeReport(format, report, options));
    setDone(t('export.saved', { file: name }));
  };
  const copy = async () => {
    setDone((await actions.copy(toText(report, options))) ? t('export.copied') : t('export.copy-failed'));
  };

  return (
    <div class="export">
      <button type="button" class="wide" aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
        {t('action.export')}
        <Chevron />
      </button>
      <div id={panel} class="formats" hidden={!open}>
        {FORMATS.map((format) => (
          <button key={format} type="button" onClick={() => save(format)}>
            {t(`export.${format}`)}
          </button>
        ))}
        <button type="button" onClick={() => void copy()}>
          {t('export.copy')}
        </button>
      </div>
      <p class="done" role="status">
        {done}
      </p>
    </div>
  );
}
