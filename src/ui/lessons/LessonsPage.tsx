import { useMessages } from '../i18n/use-messages.ts';
import { shellTexts } from '../shell/shell-texts.ts';

export function LessonsPage() {
  const texts = useMessages(shellTexts);
  return <h1>{texts.lessons}</h1>;
}
