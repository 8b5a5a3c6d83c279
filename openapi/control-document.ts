import { withUniqueSchemas } from './components.ts'
import type { DescribedOperation, Description, Parameter } from './description.ts'
import { mapValues, withTexts } from './tidy-schema.ts'

/**
 * Completes the generated document of test control: says how objects are written in a query string and where a text is
 * taken as well, and gives each schema one name.
 */
export const completeControlDocument = ({ paths, ...rest }: Description): Description =>
  withUniqueSchemas(withTexts({ ...rest, paths: mapValues(paths, (item) => mapValues(item, withStyles)) }))

function withStyles({ responses, ...operation }: DescribedOperation): DescribedOperation {
  const parameters = (operation.parameters ?? []) as readonly Parameter[]
  return {
    ...operation,
    ...(parameters.length > 0 && { parameters: parameters.map(withStyle) }),
    responses: mapValues(responses, withDescription),
  }
}

/** The generator describes a response without a description of its own as `Default Response`. */
const withDescription = <Response>(response: Response & { readonly description?: string }): Response =>
  response.description === 'Default Response' ? { ...response, description: 'Success.' } : response

const withStyle = (parameter: Parameter): Parameter =>
  parameter.in === 'query' && parameter.schema?.type === 'object'
    ? { ...parameter, style: 'deepObject', explode: true }
    : parameter
