import t from 'tap'
import { Html, html } from '#server/http/responses/html.ts'

t.test('values are escaped, in text and in attributes', async (t) => {
  t.equal(html`<a title="${`"'&`}">${'<b>'}</a>`.text, '<a title="&quot;&#39;&amp;">&lt;b&gt;</a>')
})

t.test('HTML within HTML, and lists of it, stand as they are', async (t) => {
  const items = ['<', '>'].map((text) => html`<li>${text}</li>`)
  t.equal(html`<ul>${items}${new Html('<hr>')}</ul>`.text, '<ul><li>&lt;</li><li>&gt;</li><hr></ul>')
})
