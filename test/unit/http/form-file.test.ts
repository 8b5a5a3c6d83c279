import t from 'tap'
import { uploadedFileIn } from '#server/http/parsing/form-file.ts'

const type = 'multipart/form-data; boundary=----edge'

/** A form of parts, each as its heads and its content. */
const formOf = (...parts: readonly (readonly [string, string])[]): Buffer =>
  Buffer.from(
    `${parts.map(([heads, content]) => `------edge\r\n${heads}\r\n\r\n${content}\r\n`).join('')}------edge--\r\n`,
    'latin1',
  )
const field = (name: string) => `Content-Disposition: form-data; name="${name}"`
const file = 'Content-Disposition: form-data; name="file"; filename="walk.mp4"\r\nContent-Type: video/mp4'

t.test('the file of a form is found with the key before it', async (t) => {
  const found = uploadedFileIn(formOf([field('key'), 'uploads/7'], [field('policy'), 'x'], [file, 'bytes']), type)
  t.same(found, { key: 'uploads/7', head: Buffer.from('bytes') })
})

t.test('the bytes of a file are what they were, line ends among them', async (t) => {
  const bytes = '\u0000\u00ff\r\n\r\n\u0080------edge'
  t.same(uploadedFileIn(formOf([field('key'), '7'], [file, bytes]), type)?.head, Buffer.from(bytes, 'latin1'))
})

t.test('a form that is cut off has as much of its file as there is', async (t) => {
  const whole = formOf([field('key'), '7'], [file, 'abcdef'])
  const cut = whole.subarray(0, whole.indexOf('def'))
  t.same(uploadedFileIn(cut, type), { key: '7', head: Buffer.from('abc') })
})

t.test('a boundary and a name may be in quotes or not', async (t) => {
  const form = formOf(
    ['content-disposition: form-data; name=key', '7'],
    ['content-disposition: form-data; name=file', 'a'],
  )
  t.match(uploadedFileIn(form, 'multipart/form-data; boundary="----edge"; charset=utf-8'), { key: '7' })
})

for (const [what, body, contentType] of [
  ['no key', formOf([file, 'a']), type],
  ['a key after its file', formOf([file, 'a'], [field('key'), '7']), type],
  ['no file', formOf([field('key'), '7']), type],
  ['no boundary', formOf([field('key'), '7'], [file, 'a']), 'multipart/form-data'],
  ['another boundary', formOf([field('key'), '7'], [file, 'a']), 'multipart/form-data; boundary=other'],
  ['nothing in it', Buffer.alloc(0), type],
  ['noise', Buffer.from('------edge\r\n\u0000\r\n------edge\r\n'), type],
] as const) {
  t.test(`a form with ${what} has no file for a store`, async (t) => {
    t.equal(uploadedFileIn(body, contentType), undefined)
  })
}
