import { businessAccess, permissionsByAsset } from '#server/domain/access/business-roles.ts'
import { type Access, readAccess, writeAccess } from '#server/domain/access/role-access.ts'
import { codes, table } from './report-text.ts'

/** Renders what the page of rules says of roles. */
export const roleParts = (): readonly string[] => [
  '## Roles',
  'Who may change what of an ad account beside OWNER and ADMIN, who may everything.',
  rolesTable(writeAccess),
  'Who may read it beside them. What is not listed may be read with every role.',
  rolesTable(readAccess),
  'Who may make calls about a business, by the role in it; and which permissions a business can grant, by the type of the asset. Those on an ad account are roles in it.',
  businessTable(),
  permissionsTable(),
]

const businessTable = (): string =>
  table(
    ['Role in the business', 'May', 'Evidence', 'Source'],
    businessAccess.map(({ role, may, evidence, source }) => [role, may, evidence, source]),
  )

const permissionsTable = (): string =>
  table(
    ['Type of asset', 'Permissions', 'Evidence', 'Source'],
    permissionsByAsset.map(({ type, permissions, evidence, source }) => [
      type,
      permissions.join(', '),
      evidence,
      source,
    ]),
  )

const rolesTable = (access: readonly Access[]): string =>
  table(
    ['Operations with the tag, or one by one', 'Roles', 'Evidence', 'Source'],
    access.map(({ tags, operations = [], roles, evidence, source }) => [
      codes([...tags, ...operations]),
      roles.join(', ') || 'no others',
      evidence,
      source,
    ]),
  )
