import { testPage } from '../snippets.ts'

testPage('docs/testing/php.md')
