import { readdirSync } from 'node:fs'
import t from 'tap'
import { allRules } from '../server/registry/rules.ts'
import { areas, casesIn } from './rules/areas.ts'

const helpers = ['areas.ts', 'case.ts', 'check-cases.ts', 'probe-cases.ts', 'stored-data.ts', 'team-case.ts']
const files = readdirSync(new URL('rules/', import.meta.url))
const isTest = (file: string): boolean => file.endsWith('.test.ts')
const listed = Object.values(areas).flat()

t.test('every file of cases is in one area, and every area has its test', async (t) => {
  const there = files.filter((file) => !isTest(file) && !helpers.includes(file)).map((file) => file.replace('.ts', ''))
  t.same([...listed].sort(), there.sort())
  t.same(
    Object.keys(areas).sort(),
    files
      .filter(isTest)
      .map((file) => file.replace('.test.ts', ''))
      .sort(),
  )
})

t.test('every rule is shown by a case, and every case shows a rule', async (t) => {
  const known = allRules.map(({ id }) => id)
  const shown = (await Promise.all(listed.map(casesIn))).flat().map(({ rule }) => rule)
  t.same(
    known.filter((id) => !shown.includes(id)),
    [],
    'rules without a case',
  )
  t.same(
    shown.filter((id) => !known.includes(id)),
    [],
    'cases without a rule',
  )
})
