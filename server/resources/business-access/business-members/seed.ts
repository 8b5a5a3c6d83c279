import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { LongText } from '#server/http/schema/fields.ts'
import { memberRoles } from '../businesses/members.ts'
import { addMember } from './service.ts'

const Creation = z.object({
  business_role: z.enum(memberRoles),
  system_user_name: LongText.optional().meta({ description: 'Name of a system user. Absent: the member is a person.' }),
})

/** The seed section of members of businesses. */
export const businessMemberSeed = seedSection({
  name: 'business_members',
  creation: Creation,
  shape: { business: aliasOf('users'), user: aliasOf('users') },
  create({ world, idNamed, parsed }, { business, user, ...item }) {
    const { business_role, system_user_name: name = null } = parsed(Creation, item)
    const business_id = idNamed('users', business)
    const user_id = idNamed('users', user)
    const is_system_user = name === null ? 0 : 1
    const member = { business_id, user_id, business_role, created_by_id: business_id, name, is_system_user } as const
    return { id: addMember(world, member).id }
  },
})
