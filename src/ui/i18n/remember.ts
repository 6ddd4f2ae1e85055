/** `create`, once per argument: a formatter takes far longer to make than to use. */
export function remember<K, V>(create: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    if (!made.has(key)) made.set(key, create(key));
    return made.get(key) as V;
  };
}

/** `create`, when it is first asked for, and never again. */
export function onDemand<V>(create: () => V): () => V {
  let made: { readonly value: V } | null = null;
  return () => {
    made ??= { value: create() };
    return made.value;
  };
}
