import { posix } from 'node:path'

/**
 * Returns the relative links in the pages of a package that lead to nothing in it.
 *
 * @param files The paths of the package's files.
 * @param read Returns the text of a file.
 */
export const linkProblems = (files: readonly string[], read: (path: string) => string): string[] =>
  files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      relativeLinksIn(read(file))
        .filter((target) => !leadsTo(files, posix.join(posix.dirname(file), target)))
        .map((target) => `${file} links to ${target}, which is not in the package`),
    )

/** Returns the targets of links that are no URLs, without their anchors. Code is left out. */
function relativeLinksIn(text: string): readonly string[] {
  const prose = text.replaceAll(/^```.*?^```$/gms, '').replaceAll(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.split('#')[0] ?? '')
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
}

/** Tells whether a path is a file of the package, or a folder with files. */
const leadsTo = (files: readonly string[], path: string): boolean =>
  files.some((file) => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`))
