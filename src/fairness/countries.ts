// The countries whose law the topics state, as they are named on the command line and in the files of rules/do-not-ask/.
export const countries = ["us", "uk", "eu"] as const;
export type Country = (typeof countries)[number];
