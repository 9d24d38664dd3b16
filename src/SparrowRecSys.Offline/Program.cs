using SparrowRecSys.Offline.Commands;

return await CommandLine.RunAsync(SparrowCommand.Create(), args);
