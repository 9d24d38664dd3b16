namespace SparrowRecSys.Server.Settings;

/// <summary>Section <c>Api</c> of the configuration.</summary>
internal sealed class ApiOptions
{
    public const string SectionName = "Api";

    /// <summary>
    /// What the header <c>X-Api-Key</c> must say on routes that change the system. Default empty: those routes are off. Best given as the environment
    /// variable <c>Api__Key</c>, not on the command line, which others can see.
    /// </summary>
    public string Key { get; set; } = "";
}
