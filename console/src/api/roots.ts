const below = new URL('../', document.baseURI).href
const ofWorld = /w\/([^/]+)\/$/.exec(below)

/**
 * The address below which this server answers, with a slash at its end: the console is at `console/` below it, or below
 * the paths of a world.
 */
export const serverRoot: string = below.slice(0, below.length - (ofWorld?.[0].length ?? 0))

/** The world whose paths the console was opened below; the default one elsewhere. */
export const openedWorld: string = decodeURIComponent(ofWorld?.[1] ?? 'default')

/** Returns the root of a world's paths. The default world has the server's own. */
export const rootOf = (world: string): string =>
  world === 'default' ? serverRoot : `${serverRoot}w/${encodeURIComponent(world)}/`

/** Returns the address of a call of test control in a world. */
export const controlUrl = (world: string, path: string): string => `${rootOf(world)}__mock${path}`

/** Returns the address of a call of the API in a world, by its path below `/v5`. */
export const apiUrl = (world: string, path: string): string => `${rootOf(world)}v5${path}`
