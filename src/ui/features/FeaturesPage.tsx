import { useMessages } from '../i18n/use-messages.ts';
import { shellTexts } from '../shell/shell-texts.ts';

export function FeaturesPage() {
  const texts = useMessages(shellTexts);
  return <h1>{texts.features}</h1>;
}
