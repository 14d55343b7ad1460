-- What a run took is until serving time: a dish that is served later counts back from its own time.

UPDATE run SET actual_seconds = (
  SELECT max(0, max(actual_end_seconds - serve_offset_seconds))
  FROM run_dish JOIN run_step
    ON run_step.run_id = run_dish.run_id AND dish_position = run_dish.position
  WHERE run_dish.run_id = run.id
    AND actual_start_seconds IS NOT NULL AND actual_end_seconds IS NOT NULL)
WHERE status = 'finished' AND actual_seconds IS NOT NULL
  AND EXISTS (
    SELECT 1 FROM run_dish WHERE run_dish.run_id = run.id AND serve_offset_seconds > 0);

-- Whether a step took hands is told as it was done, where a later plan chose another of its ways.
UPDATE run_step SET kind = iif(cooks = '[]', 'waiting', 'blocking')
WHERE actual_start_seconds IS NOT NULL AND planned_end_seconds > planned_start_seconds
  AND (kind = 'blocking') <> (cooks <> '[]')
  AND EXISTS (SELECT 1 FROM plan WHERE parent_run_id = run_step.run_id);

UPDATE run SET hands_on_seconds = (
  SELECT coalesce(sum(iif(kind = 'blocking', actual_end_seconds - actual_start_seconds, 0)), 0)
  FROM run_step
  WHERE run_id = run.id AND actual_start_seconds IS NOT NULL AND actual_end_seconds IS NOT NULL)
WHERE EXISTS (SELECT 1 FROM plan WHERE parent_run_id = run.id);
