using SparrowRecSys.Server.Hosting;

try
{
    await using WebApplication app = ServerHost.Build(args);
    await app.RunAsync();
    return 0;
}
catch (Exception error) when (StartupErrors.IsExpected(error))
{
    await Console.Error.WriteLineAsync(StartupErrors.Describe(error));
    return StartupErrors.ExitCode;
}
