import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { hiderOf, readTargetToken } from '#server/target/client/token.ts'

t.test('the token comes from the environment, or from a file, which wins', async (t) => {
  const file = join(t.testdir({}), 'token')
  writeFileSync(file, 'pina_of-file\n')
  t.equal(readTargetToken(undefined, { PINTEREST_ACCESS_TOKEN: 'pina_of-environment' }), 'pina_of-environment')
  t.equal(readTargetToken(file, { PINTEREST_ACCESS_TOKEN: 'pina_of-environment' }), 'pina_of-file')
})

t.test('a missing token is refused with the two places for one', async (t) => {
  t.throws(() => readTargetToken(undefined, {}), /set PINTEREST_ACCESS_TOKEN, or name a file by --token-file/)
  t.throws(() => readTargetToken('/no/such/file', {}), /--token-file cannot be read/)
})

t.test('the message about a text that is no token has no part of it', async (t) => {
  try {
    readTargetToken(undefined, { PINTEREST_ACCESS_TOKEN: 'pina_first second' })
    t.fail('it passed')
  } catch (error) {
    t.notMatch(String(error), /pina_|second/)
  }
})

t.test('a token is blacked out of texts, encoded ones too', async (t) => {
  const hide = hiderOf('pina_a+b/c"d')
  t.equal(hide('pina_a+b/c"d, pina_a%2Bb%2Fc%22d and {"x":"pina_a+b/c\\"d"}'), '…, … and {"x":"…"}')
})

t.test('a word that a mock takes for a token takes no letters out of texts', async (t) => {
  t.equal(hiderOf('x')('{"exceptions":[]}'), '{"exceptions":[]}')
})
