import { readdirSync } from 'node:fs'

/** The root of the repository. */
export const root = new URL('../../', import.meta.url)

/** Returns the areas there are: the folders of resources. */
export const areasIn = (): readonly string[] =>
  readdirSync(new URL('server/resources/', root), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  )

/** Returns the folder of a resource that there is, as a path from the root. */
export function folderOf(name: string): string {
  const folder = name.replaceAll('_', '-')
  const area = areasIn().find((one) => readdirSync(new URL(`server/resources/${one}/`, root)).includes(folder))
  return `server/resources/${area}/${folder}`
}
