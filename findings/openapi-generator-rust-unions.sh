#!/usr/bin/env bash
# openapi-generator 7.25.0, Rust: a union with a discriminator, whose property each option has and requires as OpenAPI
# demands, becomes an enumeration that serde tags by that property. serde takes the tag out before it reads the option,
# which misses it then: no response with such a union can be read. What is sent has the property twice. Where the options
# are in `anyOf` in place of `oneOf`, each also gets the fields of all others, those that they require included.
# Needs Java, Maven and Rust.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
version=7.25.0
mvn --quiet --batch-mode dependency:get -Dartifact=org.openapitools:openapi-generator-cli:$version -Dtransitive=false >maven.log 2>&1
cat >openapi.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": { "title": "Pets", "version": "1" },
  "paths": {
    "/pet": { "get": { "operationId": "readPet", "responses": { "200": { "description": "Pet", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } } } } } } },
    "/any": { "get": { "operationId": "readAny", "responses": { "200": { "description": "Pet", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Any" } } } } } } }
  },
  "components": {
    "schemas": {
      "Pet": {
        "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }],
        "discriminator": { "propertyName": "kind", "mapping": { "cat": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog" } }
      },
      "Any": {
        "anyOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }],
        "discriminator": { "propertyName": "kind", "mapping": { "cat": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog" } }
      },
      "Cat": {
        "type": "object",
        "required": ["kind", "lives"],
        "properties": { "kind": { "type": "string" }, "lives": { "type": "integer" } }
      },
      "Dog": {
        "type": "object",
        "required": ["kind", "tricks"],
        "properties": { "kind": { "type": "string" }, "tricks": { "type": "integer" } }
      }
    }
  }
}
JSON
java -jar ~/.m2/repository/org/openapitools/openapi-generator-cli/$version/openapi-generator-cli-$version.jar \
  generate -i openapi.json -g rust -o client >generator.log 2>&1
mkdir src
cat >Cargo.toml <<'TOML'
[package]
name = "pets"
version = "0.0.0"
edition = "2021"

[dependencies]
serde = { version = "=1.0.228", features = ["derive"] }
serde_json = "=1.0.145"
TOML
cat >src/main.rs <<'RUST'
#[path = "../client/src/models/mod.rs"]
mod models;

const CAT: &str = r#"{"kind":"cat","lives":9}"#;

fn main() {
    println!("oneOf: {:?}", serde_json::from_str::<models::Pet>(CAT).map_err(|error| error.to_string()));
    println!("anyOf: {:?}", serde_json::from_str::<models::Any>(CAT).map_err(|error| error.to_string()));
    let cat = serde_json::from_str(CAT).expect("a cat");
    println!("sent: {}", serde_json::to_string(&models::Pet::Cat(Box::new(cat))).expect("a text"));
}
RUST
RUSTFLAGS=-Awarnings cargo build --quiet
seen=$(
  echo "openapi-generator $(cat client/.openapi-generator/VERSION)"
  target/debug/pets
)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
openapi-generator 7.25.0
oneOf: Err("missing field `kind`")
anyOf: Err("missing field `tricks`")
sent: {"kind":"cat","kind":"cat","lives":9}
SEEN
