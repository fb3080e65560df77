// Draws the curves from the table of figures, which is all the data there is.
'use strict';
(() => {
  const figures = document.getElementById('figures');
  const curves = document.getElementById('curves');
  if (!figures || !curves) {
    return;
  }

  const names = [...figures.querySelectorAll('thead tr:last-child th')].map(head => head.textContent);
  const columns = names.map(() => []);
  for (const row of figures.querySelectorAll('tbody tr')) {
    columns.forEach((column, index) => column.push(Number(row.cells[index].textContent)));
  }

  const epochs = columns[0];
  const last = epochs.length - 1;
  const best = Number(curves.dataset.best);
  figures.open = false;
  document.documentElement.classList.add('scripted');

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const curveColours = count => count <= 8
    ? Array.from({ length: count }, (_, index) => colour(`--curve${index + 1}`))
    : Array.from({ length: count }, (_, index) => `hsl(${Math.round(265 - 245 * index / (count - 1))} 70% ${colour('--lightness')})`);

  const written = value => {
    if (value == null) {
      return '';
    }

    if (!Number.isFinite(value)) {
      return String(value).replace('-', '−').replace('Infinity', '∞');
    }

    const rounded = Number(value.toPrecision(6));
    const size = Math.abs(rounded);
    return size !== 0 && (size < 1e-4 || size >= 1e5) ? rounded.toExponential().replace('e+', 'e') : String(rounded);
  };

  // Epochs are whole.
  const wholes = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8].flatMap(power => [power, 2 * power, 5 * power]);

  // Powers of ten, as many as can be read; between few of them also their double and fivefold.
  const powers = (_, axis, least, greatest) => {
    const [from, to] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(greatest))];
    const step = Math.ceil((to - from) / 6);
    const all = [];
    for (let power = from; power <= to; power += step) {
      all.push(...(to - from > 2 ? [1] : [1, 2, 5]).map(digit => Number(`${digit}e${power}`)));
    }

    return all.filter(value => value >= least && value <= greatest);
  };

  // The library's own steps end at 1e32. On a logarithmic axis any step will do, since powers says where its numbers are.
  const steps = Array.from({ length: 308 }, (_, power) => [1, 2, 5].map(digit => Number(`${digit}e${power}`))).flat();
  const axisSteps = (isLog, data) => isLog ? { incrs: (_, axis, least, greatest) => [Math.max(5, greatest - least)], splits: powers, filter: (_, splits) => splits }
    : data.flat().some(value => Math.abs(value) > 1e30) ? { incrs: steps } : {};

  // As wide as the longest number on it. More room may bring other numbers, so that it only grows from cycle to cycle.
  const axisSize = (chart, values, index, cycle) => {
    const axis = chart.axes[index];
    const longest = (values ?? []).reduce((most, value) => value?.length > most.length ? value : most, '');
    chart.ctx.font = axis.font[0];
    const needed = Math.ceil(axis.ticks.size + axis.gap + chart.ctx.measureText(longest).width / devicePixelRatio) + 4;
    return cycle > 1 ? Math.max(axis._size, needed) : needed;
  };

  // A line needs two neighbours; a value between gaps is a point.
  const alone = values => values.flatMap((value, index) => value != null && values[index - 1] == null && values[index + 1] == null ? [index] : []);

  const bestLine = chart => {
    const [first, end] = [chart.scales.x.min, chart.scales.x.max];
    if (epochs.length < 2 || !epochs.includes(best) || best < first || best > end) {
      return;
    }

    const x = Math.round(chart.valToPos(best, 'x', true));
    const { ctx, bbox } = chart;
    ctx.save();
    ctx.strokeStyle = colour('--quiet');
    ctx.lineWidth = devicePixelRatio;
    ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.restore();
  };

  const places = [...curves.querySelectorAll('figure')];
  const charts = new Map();
  const height = () => innerWidth < 600 ? 210 : 250;

  const draw = place => {
    const chosen = place.dataset.columns.split(' ').map(Number);
    const isLog = place.dataset.scale === 'log';
    const data = chosen.map(column => columns[column].map(value => Number.isFinite(value) && (!isLog || value > 0) ? value : null));
    const colours = curveColours(chosen.length);
    const axis = { stroke: colour('--text'), font: '12px system-ui, sans-serif', grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line'), width: 1, size: 5 } };
    const chart = new uPlot({
      width: place.clientWidth,
      height: height(),
      scales: {
        x: { time: false, range: (_, least, greatest) => least === greatest ? [least - 0.5, greatest + 0.5] : [least, greatest] },
        y: isLog ? { distr: 3, range: (_, least, greatest) => least == null ? [0.1, 1] : uPlot.rangeLog(least, greatest, 10, false) } : {},
      },
      axes: [
        { ...axis, label: 'epoch', labelFont: axis.font, labelSize: 18, labelGap: 0, size: 30, incrs: wholes, values: (_, splits) => splits.map(written) },
        { ...axis, size: axisSize, ...axisSteps(isLog, data), values: (_, splits) => splits.map(written) },
      ],
      series: [
        { label: 'epoch', value: (_, value) => value ?? epochs[last] },
        ...chosen.map((column, index) => ({
          label: names[column],
          stroke: colours[index],
          width: chosen.length > 8 ? 1.25 : 1.75,
          value: (_, value, series, at) => written(columns[column][at ?? last]),
          points: { size: 5, filter: (_, series, shown) => shown ? null : alone(data[index]) },
        })),
      ],
      cursor: { y: false, sync: { key: 'epoch' }, focus: { prox: 16 }, drag: { x: true, y: false } },
      focus: { alpha: 0.35 },
      legend: { markers: { width: 0, fill: (_, index) => colours[index - 1] } },
      hooks: { draw: [bestLine] },
    }, [epochs, ...data], place);
    place.querySelectorAll('.u-label').forEach(label => label.title = label.textContent);
    charts.set(place, chart);
  };

  const drawAll = () => {
    charts.forEach(chart => chart.destroy());
    places.forEach(draw);
  };

  // Paper is white, and as wide as its columns.
  const print = onPaper => {
    document.documentElement.classList.toggle('paper', onPaper);
    drawAll();
  };

  drawAll();
  const resized = new ResizeObserver(entries => entries.forEach(({ target }) => {
    const chart = charts.get(target);
    if (target.clientWidth > 0 && (chart.width !== target.clientWidth || chart.height !== height())) {
      chart.setSize({ width: target.clientWidth, height: height() });
    }
  }));
  places.forEach(place => resized.observe(place));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  addEventListener('beforeprint', () => print(true));
  addEventListener('afterprint', () => print(false));
})();
