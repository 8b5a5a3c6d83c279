/** The world of requests that name none. */
export const defaultWorld = 'default'

/** What a world or a snapshot may be called. */
export const wellNamed = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

/** The same in words. */
export const wellNamedInWords = "letters, digits, '.', '_' and '-', at most 64"

/** What stands before `/v5` in a world's URLs. */
export const pathOfWorld = (world: string): string => (world === defaultWorld ? '' : `/w/${world}`)

const inToken = /^(?:pin[ar]_)?([A-Za-z0-9._-]+)~/

/** What a token or code begins with so that it selects its world, for clients whose URL is fixed. */
export const worldMark = (world: string): string => (world === defaultWorld ? '' : `${world}~`)

/** The world that a token or code selects, if it does. */
export const worldMarkedIn = (token: string): string | undefined => inToken.exec(token)?.[1]

/** A bearer token that selects a world, for clients whose URL is fixed. */
export const tokenOfWorld = (world: string): string => `pina_${worldMark(world)}local`
