/** The world of requests that name none. */
export const defaultWorld = 'default'

const inToken = /^(?:pin[ar]_)?([A-Za-z0-9._-]+)~/

/** What a token or code begins with so that it selects its world, for clients whose URL is fixed. */
export const worldMark = (world: string): string => (world === defaultWorld ? '' : `${world}~`)

/** The world that a token or code selects, if it does. */
export const worldMarkedIn = (token: string): string | undefined => inToken.exec(token)?.[1]
