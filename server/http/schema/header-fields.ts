import { z } from 'zod'

const headerName = /^[\w!#$%&'*+.^`|~-]+$/
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/
const ownHeaders = ['content-length', 'transfer-encoding', 'connection']

const HeaderName = z
  .string()
  .regex(headerName, 'is no name of a header')
  .refine((name) => !ownHeaders.includes(name.toLowerCase()), { error: "is the connection's own header" })

/** The headers of a response, without those of the connection. */
export const HeadersField = z.record(HeaderName, z.string().max(8000).regex(headerValue, 'is no value of a header'))
