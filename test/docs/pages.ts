import { globSync, readFileSync } from 'node:fs'

/** The root of the repository. */
export const root = new URL('../../', import.meta.url)

/** The text of a file of the repository. */
export const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

const pagesLike = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: root }).map((path) => path.replaceAll('\\', '/'))

/** The pages for readers of the documentation. */
export const guides = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CODE_OF_CONDUCT.md', 'CHANGELOG.md'],
  ...pagesLike('docs/**/*.md'),
].sort()

/** Every page of the repository that has links: those, the decisions, and what was measured. */
export const pages = [
  ...guides,
  ...pagesLike('decisions/*.md'),
  'bench/RESULTS.md',
  'bench/FINDINGS.md',
  'test/RELIABILITY.md',
]

/** The texts of the recipes for test runners. */
export const recipes = (): readonly string[] => pagesLike('test/recipes/*/*.*').map(read)

/** A code block of a page. */
export interface Snippet {
  readonly language: string
  readonly text: string
}

/** The code blocks of a text, in their order. */
export const snippetsIn = (text: string): readonly Snippet[] =>
  [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({ language, text }))

/** A text without its code blocks. */
export const proseOf = (text: string): string => text.replaceAll(/^```.*?^```$/gms, '')
