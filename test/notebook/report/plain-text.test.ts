import { expect, it } from 'vitest';
import { plainText } from '../../../src/notebook/report/plain-text.ts';

it('a question stands in a report as it reads on the page, wherever its file breaks lines', () => {
  const html = `<p>Which value does a
point-in-time join give for <code>ben</code>?
Why &amp; how?</p>
<ul>
<li>one</li>
<li>two &lt; three</li>
</ul>
<pre><code>const a = 1;

const b = 2;
</code></pre>
<p>And<br>then?</p>
`;
  expect(plainText(html)).toBe(`Which value does a point-in-time join give for ben? Why & how?

one
two < three

const a = 1;

const b = 2;

And
then?`);
});
