import { useMessages } from '../i18n/use-messages.ts';
import { shellTexts } from '../shell/shell-texts.ts';

export function DataPage() {
  const texts = useMessages(shellTexts);
  return <h1>{texts.data}</h1>;
}
