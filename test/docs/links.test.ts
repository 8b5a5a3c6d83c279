import { existsSync } from 'node:fs'
import t from 'tap'
import { pages, proseOf, read, root } from './pages.ts'

/** The anchors of a page, as GitHub makes them of its headings. */
function anchorsOf(path: string): ReadonlySet<string> {
  const counts = new Map<string, number>()
  const headings = [...proseOf(read(path)).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => {
    const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase()
    const slug = plain.replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '').replaceAll(' ', '-')
    const count = counts.get(slug) ?? 0
    counts.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${count}`
  })
  return new Set(headings)
}

/** Where pages that the package has link to files of the repository that it has not. */
const onGitHub = 'https://github.com/pinterest-ads-mock/pinterest-ads-mock/blob/main/'

/** The targets of a page's links that lead into the repository. */
const linksOf = (path: string): readonly string[] =>
  [
    ...proseOf(read(path))
      .replaceAll(/`[^`]*`/g, '')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ]
    .map(([, target = '']) => target.replace(onGitHub, root.pathname))
    .filter((target) => !/^[a-z]+:/.test(target))

/** Whether something is where a link leads. */
function leadsSomewhere(page: string, target: string): boolean {
  const { pathname, hash } = new URL(target, new URL(page, root))
  if (!existsSync(pathname)) return false
  const path = pathname.slice(root.pathname.length)
  return hash === '' || !path.endsWith('.md') || anchorsOf(path).has(decodeURIComponent(hash.slice(1)))
}

for (const page of pages) {
  t.test(`every link of ${page} leads somewhere`, async (t) => {
    t.same(
      linksOf(page).filter((target) => !leadsSomewhere(page, target)),
      [],
    )
  })
}

t.test('a link to a file or an anchor that does not exist is found', async (t) => {
  t.ok(leadsSomewhere('docs/README.md', '../README.md#start'))
  t.notOk(leadsSomewhere('docs/README.md', '../README.md#no-such-heading'))
  t.notOk(leadsSomewhere('docs/README.md', 'nothing.md'))
  t.ok(linksOf('README.md').includes(`${root.pathname}CONTRIBUTING.md`))
})

t.test('every page of the documentation is linked from its index', async (t) => {
  const index = new URL('docs/README.md', root)
  const linked = linksOf('docs/README.md').map((target) => new URL(target, index).pathname.slice(root.pathname.length))
  t.same(
    pages.filter((page) => page.startsWith('docs/') && page !== 'docs/README.md' && !linked.includes(page)),
    [],
  )
})

t.test('every decision is in the index of decisions by its title', async (t) => {
  const index = read('decisions/README.md')
  for (const path of pages.filter((page) => /^decisions\/\d/.test(page))) {
    const name = path.replace('decisions/', '')
    const [, title = ''] = /^# (.*)$/m.exec(read(path)) ?? []
    t.ok(index.includes(`| [${name.slice(0, 4)}](${name}) ${title} |`), path)
  }
})
