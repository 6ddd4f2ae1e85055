import { useRef } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { stationTexts } from './station-texts.ts';

/** Takes a notebook from a file. */
export function ImportButton() {
  const texts = useMessages(stationTexts);
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input ref={field} type="file" accept=".ipynb,.md" hidden />
      <button type="button" className="plain" onClick={() => field.current?.click()}>
        {texts.import}
      </button>
    </>
  );
}
