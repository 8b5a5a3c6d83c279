/** The rules that the document is linted by, each with the harm that it prevents. Rules of Redocly's linter. */
export const lintRules: Readonly<Record<string, string>> = {
  'array-parameter-serialization': 'A list without `style` and `explode` is sent differently by each generated client.',
  'component-name-unique': 'Two components of one name become one class.',
  'info-contact': 'A reader of the document must know whom to ask.',
  'info-license': 'A reader of the document must know how it may be used.',
  'no-ambiguous-paths': 'Of two paths that one URL fits, routers take either.',
  'no-duplicated-tag-names': 'A tag becomes a file or a class, and two of one name overwrite each other.',
  'no-enum-type-mismatch': 'A value of another type than its enumeration does not compile.',
  'no-identical-paths': 'Of two equal paths one operation is lost.',
  'no-illogical-composition-keywords': 'A union of one option, or of equal ones, is a type without use.',
  'no-illogical-one-of-usage': 'Options that overlap are refused by validators that count them.',
  'no-invalid-media-type-examples': 'Mock servers and documentation show examples: a wrong one is copied.',
  'no-invalid-parameter-examples': 'Mock servers and documentation show examples: a wrong one is copied.',
  'no-invalid-schema-examples': 'Mock servers and documentation show examples: a wrong one is copied.',
  'no-mixed-number-range-constraints': 'Generators take one of two bounds.',
  'no-path-trailing-slash': 'A path with a slash at its end is another path.',
  'no-required-schema-properties-undefined':
    'A required property that is not described cannot be sent by a typed client.',
  'no-schema-type-mismatch': 'Properties of a text, or items of an object, are dropped by generators.',
  'no-server-trailing-slash': 'Base URLs and paths are joined by most clients without a look at slashes.',
  'no-unresolved-refs': 'Generators end at a reference that leads nowhere.',
  'no-unused-components': 'A component without use is a class without use.',
  'nullable-type-sibling': '`nullable` without a type is ignored by half of the generators.',
  'operation-2xx-response': 'An operation without a success has no return type.',
  'operation-4xx-response': 'An operation without errors has no error type.',
  'operation-description': 'The description becomes the comment of the function.',
  'operation-operationId': 'The id becomes the name of the function.',
  'operation-operationId-unique': 'Two functions of one name do not compile.',
  'operation-parameters-unique': 'Two parameters of one name do not compile.',
  'operation-singular-tag': 'A second tag puts a function into a second class.',
  'operation-summary': 'The summary is what lists of operations show.',
  'operation-tag-defined': 'A tag that is not declared has no text.',
  'parameter-description': 'The description becomes the comment of the parameter.',
  'path-declaration-must-exist': 'A path needs a name between its braces.',
  'path-not-include-query': 'A query in a path is encoded.',
  'path-parameters-defined': 'A function without a parameter of its path cannot be called.',
  'security-defined': 'An operation without security is called without a token.',
  'security-scopes-defined': 'Consent pages show the text of a scope.',
  'spec-strict-refs': 'References in other places than schemas are not followed by all generators.',
  struct: 'A document that is none is refused as a whole.',
  'tag-description': 'The text of a tag introduces its operations.',
  'tags-alphabetical': 'A reader finds a tag by its name.',
}

/** What rules find that stays, with the reason. */
export const explained: readonly { readonly rule: string; readonly pointer: string; readonly reason: string }[] = [
  {
    rule: 'no-ambiguous-paths',
    pointer: '#/paths/~1catalogs~1{catalog_id}~1local_stores',
    reason:
      'Paths of Pinterest: the id of a catalog is of digits, so that no URL fits `/catalogs/feeds/{feed_id}` too.',
  },
  {
    rule: 'no-invalid-schema-examples',
    pointer: '#/components/schemas/MsotEvent/schema',
    reason: 'Version 1 of the linter reads `exclusiveMinimum: true` as OpenAPI 3.1 would have it; version 2 does not.',
  },
]
