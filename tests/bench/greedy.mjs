// In: a loop by numbers. Out: the lineups that a careful person would choose without a solver: stage by stage, each time the
// question that brings most for its minutes and leaves room for as many as the stage still needs.
export function chooseGreedily(loop) {
  const asked = new Set();
  const skills = new Set();
  const rated = new Map();
  const atLevel = new Set();
  const enemies = new Map();
  for (const [one, other] of loop.enemies) {
    enemies.set(one, [...(enemies.get(one) ?? []), other]);
    enemies.set(other, [...(enemies.get(other) ?? []), one]);
  }
  return loop.stages.map((stage) => {
    const lineup = [];
    const here = new Set();
    let left = stage.minutes;
    const all = stage.groups.flatMap(({ questions }) => questions).sort((a, b) => a - b);
    const gain = (index) => {
      const question = loop.questions[index];
      const prices = loop.competencies[question.competency];
      const views = rated.get(question.competency) ?? 0;
      let sum = question.value;
      for (const skill of question.skills) if (!skills.has(skill)) sum += loop.skills[skill].asked;
      if (views === 0) sum += prices.rated;
      if (views === 1 && !here.has(question.competency)) sum += prices.secondView;
      if (question.atLevel && !atLevel.has(question.competency)) sum += prices.atLevel;
      return sum;
    };
    const leavesRoom = (index) => {
      const open = stage.fewest - lineup.length - 1;
      const shortest = all
        .filter((other) => other !== index && !asked.has(other))
        .map((other) => loop.questions[other].minutes)
        .sort((a, b) => a - b)
        .slice(0, Math.max(0, open));
      return shortest.reduce((sum, minutes) => sum + minutes, loop.questions[index].minutes) <= left;
    };
    const may = (index) => {
      const { competency, minutes } = loop.questions[index];
      if (asked.has(index) || minutes > left || (enemies.get(index) ?? []).some((one) => asked.has(one)))
        return false;
      if (!rated.has(competency) && rated.size >= loop.competenciesPerLoop) return false;
      return here.has(competency) || stage.competencies === undefined || here.size < stage.competencies;
    };
    while (lineup.length < stage.most) {
      const wantsCore = lineup.length === 0 && stage.core.size > 0;
      const possible = all.filter((index) => may(index) && (!wantsCore || stage.core.has(index)));
      const roomy = possible.filter(leavesRoom);
      const perMinute = (index) => gain(index) / loop.questions[index].minutes;
      const [best] = (roomy.length > 0 ? roomy : possible).sort(
        (a, b) => perMinute(b) - perMinute(a) || a - b,
      );
      if (best === undefined) break;
      const { competency, minutes, skills: own, atLevel: levelled } = loop.questions[best];
      lineup.push(best);
      asked.add(best);
      left -= minutes;
      for (const skill of own) skills.add(skill);
      if (!here.has(competency)) rated.set(competency, (rated.get(competency) ?? 0) + 1);
      here.add(competency);
      if (levelled) atLevel.add(competency);
    }
    return lineup.sort((a, b) => a - b);
  });
}
