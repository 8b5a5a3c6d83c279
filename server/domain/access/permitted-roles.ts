import { type Access, readAccess, writeAccess } from './role-access.ts'
import type { Role } from './roles.ts'

const always: readonly Role[] = ['OWNER', 'ADMIN']

/** An operation, as far as roles are about it. */
export interface OperationOfRoles {
  readonly id: string
  readonly tag: string
}

/** Returns all roles that allow something, by tag and by operation. */
const rolesByName = (access: readonly Access[]): ReadonlyMap<string, readonly Role[]> =>
  new Map(
    access.flatMap(({ tags, operations = [], roles }) =>
      [...tags, ...operations].map((name) => [name, [...always, ...roles]] as const),
    ),
  )

const writers = rolesByName(writeAccess)
const readers = rolesByName(readAccess)

/** Returns the roles that allow the changes of operations with a tag. */
export const writersOf = (tag: string): readonly Role[] => writers.get(tag) ?? always

/** Returns the roles that allow an operation to read; undefined where every role does. */
export const readersOf = ({ id, tag }: OperationOfRoles): readonly Role[] | undefined =>
  readers.get(id) ?? readers.get(tag)

/** Returns whether these roles on an ad account allow the changes of operations with a tag. */
export function mayWrite(permissions: readonly Role[], tag: string): boolean {
  const allowed = writersOf(tag)
  return permissions.some((role) => allowed.includes(role))
}

/** Returns whether these roles on an ad account allow an operation to read. */
export function mayRead(permissions: readonly Role[], operation: OperationOfRoles): boolean {
  const allowed = readersOf(operation)
  return allowed === undefined ? permissions.length > 0 : permissions.some((role) => allowed.includes(role))
}
