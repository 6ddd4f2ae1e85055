import { useMessages } from '../i18n/use-messages.ts';
import { shellTexts } from '../shell/shell-texts.ts';

export function ModelsPage() {
  const texts = useMessages(shellTexts);
  return <h1>{texts.models}</h1>;
}
