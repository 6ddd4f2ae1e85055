import { describe, expect, it } from 'vitest';
import { withHardSpaces, withHardSpacesInHtml } from '../../../src/ui/i18n/hard-spaces.ts';
import { translations } from '../../../src/ui/i18n/messages.ts';

describe('the spaces of French punctuation', () => {
  it('do not let a line break, and are narrow but for the colon and inside quotation marks', () => {
    expect(withHardSpaces('Et « le mois » : lequel ? Celui-ci ; oui !')).toBe(
      'Et «\u00a0le mois\u00a0»\u00a0: lequel\u202f? Celui-ci\u202f; oui\u202f!',
    );
  });

  it('are hard where the file breaks its line', () => {
    expect(withHardSpaces('la ligne\n: rien')).toBe('la ligne\u00a0: rien');
  });

  it('leave other spaces, ratios and addresses as they are', () => {
    const text = 'à 12:30, voir https://example.org ; 3:1';
    expect(withHardSpaces(text)).toBe('à 12:30, voir https://example.org\u202f; 3:1');
  });

  it('leave tags and code of HTML as they are', () => {
    const html = '<p title="a : b"><code>a ? b : c</code> : oui<em> ?</em></p>\n<pre>x ; y</pre>';
    expect(withHardSpacesInHtml(html)).toBe(
      '<p title="a : b"><code>a ? b : c</code>\u00a0: oui<em>\u202f?</em></p>\n<pre>x ; y</pre>',
    );
  });

  it('are hard in the French texts of a page, in those made from values too, and in no English one', () => {
    const texts = translations(
      { title: 'Ready ?', step: (name: string) => `Step : ${name}` },
      { title: 'Prêt ?', step: (name) => `Étape : ${name}` },
    );
    expect(texts.fr.title).toBe('Prêt\u202f?');
    expect(texts.fr.step('trier')).toBe('Étape\u00a0: trier');
    expect([texts.en.title, texts.en.step('sort')]).toEqual(['Ready ?', 'Step : sort']);
    expect(texts.fr).toBe(texts.fr);
  });
});
