import { ApiError } from './errors/api-errors.ts'

/** The world of requests that name none. */
export const defaultWorld = 'default'

/** What a world or a snapshot may be called. */
export const worldNamePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

/** What tokens and codes begin with, as this server and the real one give them. */
const likeToken = /^pin(?:a|r|c|rc)_/i

/** The same in words. */
export const worldNameRules = "letters, digits, '.', '_' and '-', at most 64"

/** What stands before `/v5` in a world's URLs. */
export const pathOfWorld = (world: string): string => (world === defaultWorld ? '' : `/w/${world}`)

const inToken = /^(?:pin[ar]_)?([A-Za-z0-9._-]+)~/

/** What a token or code begins with so that it selects its world, for clients whose URL is fixed. */
export const worldMark = (world: string): string => (world === defaultWorld ? '' : `${world}~`)

/** The world that a token or code selects, if it does. */
export const worldMarkedIn = (token: string): string | undefined => inToken.exec(token)?.[1]

/** A bearer token that selects a world, for clients whose URL is fixed. */
export const tokenOfWorld = (world: string): string => `pina_${worldMark(world)}local`

/** The name, when a world may have it; throws otherwise. */
export function checkedName(name: string): string {
  if (name === defaultWorld || worldNamePattern.test(name)) return name
  const detail = `'${name.slice(0, 100)}' is no world's name; use ${worldNameRules}.`
  throw new ApiError('request.world', { detail })
}

/** The name, when a new world may have it; throws for a token in the place of a name, which would be told to everybody. */
export function newName(name: string): string {
  if (!likeToken.test(name)) return checkedName(name)
  const detail = `a token stands in the place of its name, which begins with none of pina_, pinr_, pinc_ and pinrc_.`
  throw new ApiError('request.world', { detail })
}
