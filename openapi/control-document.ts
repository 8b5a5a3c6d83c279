import { withUniqueSchemas } from './components.ts'
import type { DescribedOperation, Description, Parameter } from './description.ts'
import { mapValues, withTexts } from './tidy-schema.ts'

/**
 * Completes the generated document of test control: says how objects are written in a query string and where a text is
 * taken as well, and gives each schema one name.
 */
export const completeControlDocument = ({ paths, ...rest }: Description): Description =>
  withUniqueSchemas(withTexts({ ...rest, paths: mapValues(paths, (item) => mapValues(item, withStyles)) }))

function withStyles(operation: DescribedOperation): DescribedOperation {
  const parameters = (operation.parameters ?? []) as readonly Parameter[]
  return parameters.length === 0 ? operation : { ...operation, parameters: parameters.map(withStyle) }
}

const withStyle = (parameter: Parameter): Parameter =>
  parameter.in === 'query' && parameter.schema?.type === 'object'
    ? { ...parameter, style: 'deepObject', explode: true }
    : parameter
