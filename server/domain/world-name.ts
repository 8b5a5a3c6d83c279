import { ApiError } from './errors/api-errors.ts'

/** The world of requests that name none. */
export const defaultWorld = 'default'

/** The names that a world or snapshot may have. */
export const worldNamePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

/** The prefixes of tokens and codes, of this server and the real one. */
const tokenPrefix = /^pin(?:a|r|c|rc)_/i

/** The rules for names in words. */
export const worldNameRules = "letters, digits, '.', '_' and '-', at most 64"

/** Returns the prefix of a world's URLs, before `/v5`. */
export const pathOfWorld = (world: string): string => (world === defaultWorld ? '' : `/w/${world}`)

const inToken = /^(?:pin[ar]_)?([A-Za-z0-9._-]+)~/

/** Returns the prefix by which a token or code selects its world, for clients whose URL is fixed. */
export const worldMark = (world: string): string => (world === defaultWorld ? '' : `${world}~`)

/** Returns the world that a token or code selects, if any. */
export const worldMarkedIn = (token: string): string | undefined => inToken.exec(token)?.[1]

/** Returns a bearer token that selects a world, for clients whose URL is fixed. */
export const tokenOfWorld = (world: string): string => `pina_${worldMark(world)}local`

/** Returns a name that a world may have; throws for any other. */
export function checkedName(name: string): string {
  if (name === defaultWorld || worldNamePattern.test(name)) return name
  const detail = `'${name.slice(0, 100)}' is no world's name; use ${worldNameRules}.`
  throw new ApiError('request.world', { detail })
}

/** Returns a name that a new world may have; throws for a token as well, since names are public. */
export function checkedNewName(name: string): string {
  if (!tokenPrefix.test(name)) return checkedName(name)
  const detail = `a token stands in the place of its name, which begins with none of pina_, pinr_, pinc_ and pinrc_.`
  throw new ApiError('request.world', { detail })
}
