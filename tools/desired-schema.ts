import { desiredShape, type Shape } from "../src/core/desired/index.ts";

type Schema = { readonly [key: string]: unknown };

const described = ({ description }: Shape): Schema => (description === undefined ? {} : { description });

/** The JSON schema of one part of the desired state. */
function schemaOf(shape: Shape): Schema {
  const about = described(shape);
  switch (shape.kind) {
    case "text": {
      const { choices, pattern, examples } = shape;
      const rules = choices ? { enum: choices } : pattern === undefined ? {} : { pattern };
      return { type: "string", ...rules, ...about, ...(examples ? { examples } : {}) };
    }
    case "true-or-false":
      return { type: "boolean", ...about };
    case "number":
      return { const: shape.value, ...about };
    case "list":
      return { type: "array", items: schemaOf(shape.of), ...about };
    case "map":
      return {
        type: "object",
        propertyNames: { pattern: shape.names },
        additionalProperties: schemaOf(shape.of),
        ...about,
      };
    case "either":
      return { anyOf: [schemaOf(shape.text), schemaOf(shape.object)], ...about };
    case "object":
      return {
        type: "object",
        properties: Object.fromEntries(
          Object.entries(shape.members).map(([name, member]) => [name, schemaOf(member)]),
        ),
        ...(shape.required ? { required: shape.required } : {}),
        additionalProperties: false,
        ...about,
      };
  }
}

/** The published JSON schema of what `openclaw-aisa apply` reads, made from the table that apply checks with. */
export function desiredSchema(): Schema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://unpkg.com/openclaw-aisa/docs/schema/aisa.schema.json",
    title: "Desired state of AIsa in OpenClaw",
    ...schemaOf(desiredShape),
  };
}
