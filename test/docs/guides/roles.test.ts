import { testPage } from '../snippets.ts'

testPage('docs/guides/roles.md')
