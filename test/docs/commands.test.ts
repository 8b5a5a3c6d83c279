import t from 'tap'
import { checkShellLine } from './commands.ts'
import { guides, read, snippetsIn } from './pages.ts'

const pages = guides.filter((page) => page.startsWith('docs/') && !page.startsWith('docs/contributing/'))

t.test('commands of pages that the package has run without a clone, but for the installation of one', async (t) => {
  const needsClone = /^(?:npm (?:start|test|run|ci|rebuild)|\.ci\/|node server)/
  for (const page of pages.filter((page) => page !== 'docs/getting-started.md')) {
    const lines = snippetsIn(read(page)).flatMap(({ language, text }) => (language === 'sh' ? text.split('\n') : []))
    t.same(
      lines.filter((line) => needsClone.test(line)),
      [],
      page,
    )
  }
})

t.test('JSON in a command that a shell would take apart is found, and quoted JSON passes', async (t) => {
  const command = 'npx pinterest-ads-mock --limits '
  t.not(await checkShellLine(`${command}{"*":{"per_second":5},"ads_write":{"per_minute":10}}`, '.'), '')
  t.equal(await checkShellLine(`${command}'{"*":{"per_second":5},"ads_write":{"per_minute":10}}'`, '.'), '')
})
