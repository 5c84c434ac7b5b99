/** An object that is still being put together: spreading parts into one another takes longer than all that is in them. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };
