// Loaded into the program before it starts: says on stderr when a thread of it has come to life.
process.on("worker", (worker) => worker.once("online", () => process.stderr.write("a thread is there\n")));
