import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A page of the documentation. */
export interface Page {
  /** Its path below `docs/`: `guides/faults.md`. */
  readonly path: string
  readonly title: string
}

/** A part of a page that a search found. */
export interface Found {
  readonly page: string
  readonly heading: string
  readonly text: string
}

/** Where the documentation is: beside the bundle in a package, or beside the sources; in an image it is left out. */
const places = ['../../docs/', '../../../docs/'].map((path) => fileURLToPath(new URL(path, import.meta.url)))
const folder = places.find((path) => existsSync(join(path, 'getting-started.md')))

const maxFound = 8
const maxText = 1200

/** Returns all pages for users. */
export function pages(): readonly Page[] {
  if (folder === undefined) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md') && !path.startsWith('contributing/'))
    .sort()
    .map((path) => ({ path, title: /^# (.*)$/m.exec(readPage(path))?.[1] ?? path }))
}

/** Returns the text of a page that `pages` lists; throws for any other. */
export function readPage(path: string): string {
  if (folder === undefined) throw new Error('The documentation is not installed with this server.')
  return readFileSync(join(folder, path), 'utf8')
}

/** Returns the parts of pages that fit the words of a query best: rare words count more, and so do headings and guides. */
export function searchPages(query: string): readonly Found[] {
  const words = [...new Set(query.toLowerCase().match(/[\p{L}\p{N}_-]{2,}/gu))]
  const sections = pages().flatMap(({ path }) => sectionsOf(path))
  const weights = new Map(words.map((word) => [word, rarityOf(word, sections)]))
  return sections
    .map((section) => ({ section, score: scoreOf(section, weights) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, maxFound)
    .map(({ section }) => ({ ...section, text: section.text.slice(0, maxText) }))
}

/** Returns the inverse document frequency of a word, by which `the` counts next to nothing. */
function rarityOf(word: string, sections: readonly Found[]): number {
  const found = sections.filter(({ heading, text }) => `${heading} ${text}`.toLowerCase().includes(word)).length
  return Math.log((sections.length + 1) / (found + 1))
}

const sectionsOf = (page: string): readonly Found[] =>
  readPage(page)
    // A comment in a code block is no heading.
    .replaceAll(/^```.*?^```$/gms, (block) => block.replaceAll(/^#/gm, ' #'))
    .split(/^(?=#{1,3} )/m)
    .map((part) => {
      const [heading = '', ...lines] = part.split('\n')
      return { page, heading: heading.replace(/^#+ /, ''), text: lines.join('\n').trim() }
    })

function scoreOf({ page, heading, text }: Found, weights: ReadonlyMap<string, number>): number {
  const [head, body] = [`${page} ${heading}`.toLowerCase(), text.toLowerCase()]
  const score = [...weights].reduce((sum, [word, weight]) => {
    const times = Math.min(body.split(word).length - 1, 4)
    return sum + weight * ((head.includes(word) ? 4 : 0) + (times > 0 ? 1 + times / 4 : 0))
  }, 0)
  return page.startsWith('reference/') ? score / 2 : score
}
