/** Stands in for a package that is left out of a script. */
export default {};
