import { readFileSync } from 'node:fs'
import t from 'tap'
import { mock } from '../support/mock.ts'

const small = JSON.parse(readFileSync(new URL('../../server/seeds/small.json', import.meta.url), 'utf8'))

for (const section of Object.keys(small).filter((name) => Array.isArray(small[name]))) {
  t.test(`${section} that are seeded twice are there again, or refused with a reason`, async (t) => {
    const { call } = await mock(t, { seed: 'small' })
    const { status, body } = await call('POST', '/__mock/seed', { [section]: small[section] })
    t.ok(
      status === 200 || (status === 400 && /^The seed is refused: \w+\[\d+\]/.test(body.message)),
      JSON.stringify(body),
    )
  })
}
