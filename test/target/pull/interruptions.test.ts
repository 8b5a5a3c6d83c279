import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { directory, pulled, target, token } from './servers.ts'

t.test('a pull that is interrupted anywhere goes on and comes to the same seed', async (t) => {
  const server = await target(t)
  const { text: whole, calls } = await pulled(t, server)
  for (const after of [1, 7, 16, 24, 33, 40]) {
    const out = join(directory(t), 'seed.json')
    const interruption = new AbortController()
    let pages = 0
    const onProgress = () => {
      pages++
      if (pages === after) interruption.abort()
    }
    await t.rejects(pulled(t, server, { out, onProgress, signal: interruption.signal }), { message: /Interrupted/ })
    t.notOk(existsSync(out), 'the unfinished seed is not in its place')
    t.notMatch(readFileSync(`${out}.progress`, 'utf8'), token)
    const before = server.client.sent
    const { text, resumed } = await pulled(t, server, { out })
    t.equal(text, whole)
    t.ok(resumed)
    t.ok(server.client.sent - before < calls, 'what was read is not read again')
    t.notOk(existsSync(`${out}.progress`) || existsSync(`${out}.part`), 'nothing else is left')
  }
})

t.test('a line of the notes that was cut off is read again', async (t) => {
  const server = await target(t)
  const { text: whole } = await pulled(t, server)
  const out = join(directory(t), 'seed.json')
  const interruption = new AbortController()
  const onProgress = ({ section }: { readonly section: string }) => {
    if (section === 'campaigns') interruption.abort()
  }
  await t.rejects(pulled(t, server, { out, onProgress, signal: interruption.signal }), { message: /Interrupted/ })
  appendFileSync(`${out}.progress`, '{"next":{"section":"camp')
  appendFileSync(`${out}.part`, ',\n    {"alias":"campaign-')
  t.equal((await pulled(t, server, { out })).text, whole)
})

t.test('a pull with other options does not go on with it', async (t) => {
  const server = await target(t)
  const out = join(directory(t), 'seed.json')
  const interruption = new AbortController()
  const stop = { out, onProgress: () => interruption.abort(), signal: interruption.signal }
  await t.rejects(pulled(t, server, stop), { message: /Interrupted/ })
  await t.rejects(pulled(t, server, { out, keepIds: true }), { message: /is of a pull with other options/ })
})
