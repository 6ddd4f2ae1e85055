import { useMessages } from '../i18n/use-messages.ts';
import { shellTexts } from '../shell/shell-texts.ts';

export function ServingPage() {
  const texts = useMessages(shellTexts);
  return <h1>{texts.serving}</h1>;
}
