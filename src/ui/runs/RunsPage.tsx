import { useMessages } from '../i18n/use-messages.ts';
import { shellTexts } from '../shell/shell-texts.ts';

export function RunsPage() {
  const texts = useMessages(shellTexts);
  return <h1>{texts.runs}</h1>;
}
