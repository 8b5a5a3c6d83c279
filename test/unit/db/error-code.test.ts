import { runInNewContext } from 'node:vm'
import t from 'tap'
import { errorCode } from '#db/error-code.ts'

t.test('the code of an error is read, also of one of another realm, as test runners make them', async (t) => {
  t.equal(errorCode(Object.assign(new Error('gone'), { code: 'ENOENT' })), 'ENOENT')
  const foreign: unknown = runInNewContext("Object.assign(new Error('gone'), { code: 'ENOENT' })")
  t.notOk(foreign instanceof Error)
  t.equal(errorCode(foreign), 'ENOENT')
})

t.test('what has no code has none', async (t) => {
  for (const value of [new Error('other'), undefined, null, 'ENOENT']) t.equal(errorCode(value), undefined)
})
