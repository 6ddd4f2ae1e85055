import { useMessages } from '../i18n/use-messages.ts';
import { shellTexts } from '../shell/shell-texts.ts';

export function MapPage() {
  const texts = useMessages(shellTexts);
  return <h1>{texts.map}</h1>;
}
