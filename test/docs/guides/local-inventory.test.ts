import { testPage } from '../snippets.ts'

testPage('docs/guides/local-inventory.md')
