import { useId, useState } from 'preact/hooks';
import { fileName } from '../../report/file-name.ts';
import { type Format, FORMATS, MEDIA_TYPES, writeReport } from '../../report/formats.ts';
import { toText } from '../../report/text.ts';
import { type Part, reportsOf } from '../../report/merge.ts';
import type { Unread } from '../../types.ts';
import { language, t } from '../i18n.ts';
import { Chevron } from '../icons.tsx';
import type { PopupActions } from './state.ts';

interface Props {
  /** The page, the documents that were read, or both; not empty. */
  parts: Part[];
  /** What belongs to the page and is in none of the parts. */
  unread: Unread[];
  actions: Pick<PopupActions, 'save' | 'copy'>;
}

/** Every way to take the list along; what was done is said in a live region. */
export function ExportMenu({ parts, unread, actions }: Props) {
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState('');
  const panel = useId();
  const options = { language: language() };
  const reports = reportsOf(parts, unread);

  const save = (format: Format) => {
    const name = fileName(reports[0], format);
    actions.save(name, MEDIA_TYPES[format], writeReport(format, reports, options));
    setDone(t('export.saved', { file: name }));
  };
  const copy = async () => {
    setDone((await actions.copy(toText(reports, options))) ? t('export.copied') : t('export.copy-failed'));
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
