import { z } from 'zod'
import { editableEntity } from '#server/contracts/editable-entity.ts'
import { UnixTime } from '#server/http/schema/fields.ts'
import type { World } from '#server/worlds/world.ts'
import { type MemberRow, memberRoles, memberTable } from '../businesses/members.ts'
import { memberText } from './serialize.ts'

/** Direct edits of members of businesses: the role and the time at which they joined. */
export const businessMemberKind = editableEntity({
  name: 'business_members',
  find: (db, userId) => memberTable.page<MemberRow>(db, { columns: ['user_id'], ranges: [[userId]], limit: 1 })[0],
  change: {
    business_role: z.enum(memberRoles).optional(),
    created_time: UnixTime.optional().meta({ description: 'Unix time in milliseconds.' }),
  },
  edit({ db }: World, row: MemberRow, { business_role = row.business_role, created_time = row.created_time }) {
    return memberText(db, memberTable.update(db, { ...row, business_role, created_time }), true)
  },
})
